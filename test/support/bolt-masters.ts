/** One item, one warehouse and one partner: all that most rows need to name. */
export const boltMasters = {
  items: `
    code
    bolt`,
  warehouses: `
    code
    MAIN`,
  partners: `
    code
    S1`,
};
