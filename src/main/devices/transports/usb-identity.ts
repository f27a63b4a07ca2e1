import type { UsbIdentity } from '#shared/contract/ipc/devices.ts';

const fourDigits = /^[0-9a-f]{4}$/;
const longestSerialNumber = 128;

/** A USB identity from what a system says, in whatever case; null when it has none. */
export function usbIdentityOf(
  vendor: string | null | undefined,
  product: string | null | undefined,
  serial: string | null | undefined,
): UsbIdentity | null {
  const vendorId = vendor?.trim().toLowerCase().padStart(4, '0') ?? '';
  const productId = product?.trim().toLowerCase().padStart(4, '0') ?? '';
  if (!fourDigits.test(vendorId) || !fourDigits.test(productId)) return null;
  const serialNumber = serial?.trim() ?? '';
  return serialNumber === '' || serialNumber.length > longestSerialNumber
    ? { vendorId, productId }
    : { vendorId, productId, serialNumber };
}
