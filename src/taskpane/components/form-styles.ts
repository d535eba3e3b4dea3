import { makeStyles, tokens } from "@fluentui/react-components";

/** How forms look: one field below the other, with the margins of the pane. */
export const useFormStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
});
