const { existsSync, readFileSync, rmSync } = require("node:fs");
const { homedir } = require("node:os");
const path = require("node:path");
const { X509Certificate } = require("node:crypto");
const { generateCertificates } = require("office-addin-dev-certs");

/** Where the tools of Office add-ins keep them too, so that trust given there once holds here. */
const folder = path.join(homedir(), ".office-addin-dev-certs");
const files = {
  ca: path.join(folder, "ca.crt"),
  cert: path.join(folder, "localhost.crt"),
  key: path.join(folder, "localhost.key"),
};
const DAY = 24 * 60 * 60 * 1000;

const isGood = () => {
  if (!Object.values(files).every((file) => existsSync(file))) return false;
  const left = new Date(new X509Certificate(readFileSync(files.cert)).validTo) - Date.now();
  return left > DAY;
};

/** Without the line that the generator prints: what is to be said, the caller says. */
const silently = async (work) => {
  const { log } = console;
  console.log = () => undefined;
  try {
    return await work();
  } finally {
    console.log = log;
  }
};

/**
 * A certificate for https://localhost, made where there is none or where it ends within a day; `isNew` says
 * that it was. Nothing is installed: who trusts it is the user's decision.
 */
exports.certificates = async () => {
  const isNew = !isGood();
  if (isNew) {
    Object.values(files).forEach((file) => rmSync(file, { force: true }));
    await silently(() => generateCertificates(files.ca, files.cert, files.key));
  }
  const { ca, cert, key } = files;
  return { isNew, folder, ca: readFileSync(ca), cert: readFileSync(cert), key: readFileSync(key) };
};
