// Lighthouse's defaults, but for one thing: robots.txt is asked for as a search engine asks, and not from within the page.
// Chromium holds a page's policy against Lighthouse's own request ("CSP violation"), and ours lets a page ask for nothing:
// see UPSTREAM.md. PageSpeed Insights asks from outside too.
import defaults from "../node_modules/lighthouse/core/config/default-config.js";
import RobotsTxt from "../node_modules/lighthouse/core/gather/gatherers/seo/robots-txt.js";

class FromOutside extends RobotsTxt {
  async getArtifact({ baseArtifacts }) {
    const answer = await fetch(new URL("/robots.txt", baseArtifacts.URL.finalDisplayedUrl));
    return { status: answer.status, content: answer.ok ? await answer.text() : null };
  }
}

const gatherer = { instance: new FromOutside() };
export default {
  ...defaults,
  artifacts: defaults.artifacts.map((each) => (each.id === "RobotsTxt" ? { id: each.id, gatherer } : each)),
  settings: { onlyCategories: ["performance", "accessibility", "best-practices", "seo"] },
};
