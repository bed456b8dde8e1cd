/**
 * The sizes in which instances are offered: the administrator adds, changes, disables and removes
 * them, everybody reads them. Invariant: an instance keeps the size it was launched with, whatever
 * becomes of its type.
 */
@NullMarked
package cloud.jarrah.instancetypes;

import org.jspecify.annotations.NullMarked;
