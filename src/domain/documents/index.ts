import { allocation } from "./allocation";
import { cashTransfer } from "./cash-transfer";
import { counterReturn } from "./counter-return";
import { counterSale } from "./counter-sale";
import { customerReceipt } from "./customer-receipt";
import type { DocumentType } from "./document-type";
import { expense } from "./expense";
import { openingCash, openingPayable, openingReceivable, openingStock } from "./opening";
import { otherIncome } from "./other-income";
import { otherIssue } from "./other-issue";
import { otherReceipt } from "./other-receipt";
import { paymentRequest } from "./payment-request";
import { purchaseContract } from "./purchase-contract";
import { purchaseInvoice } from "./purchase-invoice";
import { purchaseOrder } from "./purchase-order";
import { purchaseReceipt } from "./purchase-receipt";
import { purchaseReturn } from "./purchase-return";
import { quotation } from "./quotation";
import { quotationRequest } from "./quotation-request";
import { refund } from "./refund";
import { requisition } from "./requisition";
import { salesContract } from "./sales-contract";
import { salesDelivery } from "./sales-delivery";
import { salesInvoice } from "./sales-invoice";
import { salesOrder } from "./sales-order";
import { salesReturn } from "./sales-return";
import { stockTransfer } from "./stock-transfer";
import { stocktake } from "./stocktake";
import { supplierPayment } from "./supplier-payment";
import { writeOff } from "./write-off";

/** Every type of document; a line's type is its place in this list. */
export const documentTypes: readonly DocumentType[] = [
  requisition,
  quotationRequest,
  purchaseContract,
  purchaseOrder,
  purchaseReceipt,
  purchaseInvoice,
  purchaseReturn,
  openingPayable,
  quotation,
  salesContract,
  salesOrder,
  salesDelivery,
  salesInvoice,
  salesReturn,
  counterSale,
  counterReturn,
  openingReceivable,
  stockTransfer,
  stocktake,
  writeOff,
  otherReceipt,
  otherIssue,
  openingStock,
  customerReceipt,
  supplierPayment,
  paymentRequest,
  refund,
  allocation,
  otherIncome,
  expense,
  cashTransfer,
  openingCash,
];
