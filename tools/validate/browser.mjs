// Opens pages in one headless Chromium and examines each on a wide, a narrow and a dark screen.
// Standard input: {"chromium": program, "modules": folder of packages, "pages": [URL, ...]}
// Standard output: [{"page": URL, "judge": name, "message": what is wrong}, ...]

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const job = JSON.parse(readFileSync(0, "utf8"));
const require = createRequire(join(job.modules, "here.js"));
const { chromium } = require("playwright-core");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const SCREENS = [
  { name: "wide screen", viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  { name: "320 px screen", viewport: { width: 320, height: 800 }, colorScheme: "light" },
  { name: "dark screen", viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  { name: "dark 320 px screen", viewport: { width: 320, height: 800 }, colorScheme: "dark" },
];
// WCAG 2.2 up to AA, AAA (contrast 7:1 is a promise of the design) and axe's best practices.
const RULES = [
  "wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice",
];
const CHROMIUM_OPTIONS = [
  "--no-sandbox", // root, as in a container, cannot have Chromium's sandbox
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

async function violations(tab) {
  await tab.evaluate(axeSource);
  const report = await tab.evaluate((rules) => axe.run(document, { runOnly: rules }), RULES);
  return report.violations.map(
    ({ id, help, nodes }) => `${id} (${nodes.length} times): ${help} @ ${nodes[0].target}`,
  );
}

async function pixelsTooWide(tab) {
  return tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

async function deadLinks(tab) {
  return tab.evaluate(() =>
    [...document.querySelectorAll('a[href^="#"]')]
      .map((link) => decodeURIComponent(link.hash.slice(1)))
      .filter((id) => id && !document.getElementById(id)),
  );
}

async function examine(browser, page, screen) {
  const found = [];
  const report = (judge, message) =>
    found.push({ page, judge: `${judge}, ${screen.name}`, message });
  const tab = await browser.newPage({
    viewport: screen.viewport,
    colorScheme: screen.colorScheme,
  });
  await tab.route("**", (route) => {
    const url = route.request().url();
    if (url === page || url.startsWith("data:")) return route.continue();
    report("self-contained", `asks for ${url}`);
    return route.abort();
  });
  try {
    await tab.goto(page);
    for (const message of await violations(tab)) report("axe", message);
    for (const id of await deadLinks(tab)) report("links", `nothing has the id ${id}`);
    const pixels = await pixelsTooWide(tab);
    if (pixels > 0) report("reflow", `the page is ${pixels} px wider than the screen`);
  } catch (error) {
    report("browser", error.message);
  } finally {
    await tab.close();
  }
  return found;
}

const browser = await chromium.launch({ executablePath: job.chromium, args: CHROMIUM_OPTIONS });
const findings = [];
try {
  for (const page of job.pages)
    for (const screen of SCREENS) findings.push(...(await examine(browser, page, screen)));
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(findings));
