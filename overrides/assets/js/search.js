// Loaded on the first search only: hands the search to whoever asked for it.
import { build } from "./lib/search-index.js";

self.courseSearch = build(self.courseSections);
