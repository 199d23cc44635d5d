// Lighthouse's defaults, but for one thing: robots.txt is asked for as a search engine asks, and not from within the page.
// Chromium holds a page's policy against Lighthouse's own request ("CSP violation"), and ours lets a page ask for nothing:
// see UPSTREAM.md. PageSpeed Insights asks from outside too.
import { defaultConfig, Gatherer } from "../node_modules/lighthouse/core/index.js";

class RobotsTxt extends Gatherer {
  meta = { supportedModes: ["navigation"] };

  async getArtifact({ baseArtifacts }) {
    const answer = await fetch(new URL("/robots.txt", baseArtifacts.URL.finalDisplayedUrl));
    return { status: answer.status, content: answer.ok ? await answer.text() : null };
  }
}

export default {
  ...defaultConfig,
  artifacts: defaultConfig.artifacts.map((each) =>
    each.id === "RobotsTxt" ? { id: each.id, gatherer: { instance: new RobotsTxt() } } : each,
  ),
  settings: { onlyCategories: ["performance", "accessibility", "best-practices", "seo"] },
};
