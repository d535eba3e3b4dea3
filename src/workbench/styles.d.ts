/** Style sheets are imported for what they do; webpack puts them on the page. */
declare module "*.css";
