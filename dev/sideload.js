const { spawnSync } = require("node:child_process");
const path = require("node:path");

const root = path.join(__dirname, "..");
const manifest = path.join(root, "manifest.xml");

/** What to do by hand where the field's tool does not run, by platform. */
const BY_HAND = {
  win32: [
    "把 manifest.xml 放进共享文件夹，并在 Excel 的信任中心把该文件夹设为受信任的加载项目录。",
    "Put manifest.xml into a shared folder and make that folder a trusted add-in catalogue in Excel's Trust Center.",
  ],
  darwin: [
    "把 manifest.xml 复制到 ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef，然后重启 Excel。",
    "Copy manifest.xml to ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef and restart Excel.",
  ],
  other: [
    "这里没有桌面版 Excel。请在网页版 Excel 里上传 manifest.xml：开始 → 加载项 → 更多加载项 → 我的加载项 → 上传。",
    "There is no desktop Excel here. Upload manifest.xml in Excel on the web: Home → Add-ins → More add-ins → My add-ins → Upload.",
  ],
};

const byHand = () => {
  const [zh, en] = BY_HAND[process.platform] ?? BY_HAND.other;
  console.log(`${zh}\n${en}\n\n${manifest}\ndocs/guide/install.zh-CN.md · docs/guide/install.md`);
};

/** Installs the manifest of the development server into the Excel of this machine, where that is possible. */
const main = () => {
  if (!["win32", "darwin"].includes(process.platform)) return byHand();
  const words = ["--yes", "office-addin-debugging@7", "start", manifest, "desktop", "--no-debug"];
  const { status } = spawnSync("npx", words, {
    stdio: "inherit",
    shell: process.platform === "win32",
    cwd: root,
  });
  if (status !== 0) byHand();
};

main();
