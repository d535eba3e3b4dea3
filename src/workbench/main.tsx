import { createRoot } from "react-dom/client";

const root = document.getElementById("workbench");
if (root === null) throw new Error("workbench.html has no #workbench");
createRoot(root).render(<h1>台账试用页 Taizhang workbench</h1>);
