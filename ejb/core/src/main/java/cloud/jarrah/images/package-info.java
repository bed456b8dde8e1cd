/**
 * Machine images, kernels and ramdisks: who may see and launch them, and where their bytes are. An
 * image file is written once, checked, and never changed after that; hosts fetch it over HTTPS by
 * an address that is signed, short-lived and for one image. Invariant: an available image has its
 * bytes in the store, with the size and SHA-256 of its row.
 */
@NullMarked
package cloud.jarrah.images;

import org.jspecify.annotations.NullMarked;
