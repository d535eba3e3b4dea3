import { createRoot } from "react-dom/client";

const root = document.getElementById("pane");
if (root === null) throw new Error("taskpane.html has no #pane");
createRoot(root).render(<h1>台账 Taizhang</h1>);
