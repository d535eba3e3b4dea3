const { mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const path = require("node:path");

const root = path.join(__dirname, "..");
const DEVELOPMENT = "https://localhost:3000";

const said = (problem) => ({ problem });

/** The address without a slash at its end, or what is wrong with it, in both languages. */
const addressOf = (given) => {
  if (given === undefined)
    return said("请给出网址 | Say at which address: npm run manifest -- https://books.example.com");
  if (!URL.canParse(given)) return said(`${given}：不是网址 | is no address`);
  const { protocol, hostname, search, hash, origin, pathname } = new URL(given);
  if (protocol !== "https:")
    return said(`${given}：Office 只打开 https 网址 | Office opens https addresses alone`);
  if (/^(localhost|127\.|\[::1\])/.test(hostname))
    return said(`${given}：别的电脑打不开本机地址 | other machines cannot reach this one`);
  if (search !== "" || hash !== "") return said(`${given}：网址不能带 ? 或 # | an address without ? and #`);
  return { address: origin + pathname.replace(/\/+$/, "") };
};

/** The manifest for an address, from the one for development; its domain is the address's origin. */
const manifestFor = (text, address) =>
  text
    .replaceAll(`<AppDomain>${DEVELOPMENT}</AppDomain>`, `<AppDomain>${new URL(address).origin}</AppDomain>`)
    .replaceAll(DEVELOPMENT, address);

const main = () => {
  const { problem, address } = addressOf(process.argv[2]);
  if (problem !== undefined) {
    console.error(problem);
    process.exitCode = 2;
    return;
  }
  const target = path.join(root, "dist", "manifest.xml");
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, manifestFor(readFileSync(path.join(root, "manifest.xml"), "utf8"), address));
  console.log(`dist/manifest.xml → ${address}`);
};

if (require.main === module) main();

module.exports = { addressOf, manifestFor };
