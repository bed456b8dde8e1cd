/**
 * The form of resource ids. Every id has 17 digits, for everybody and since ever: EC2 let its users
 * choose once, and so clients may still ask. Invariant: nothing can be chosen, so nothing is kept.
 */
@NullMarked
package cloud.jarrah.idformats;

import org.jspecify.annotations.NullMarked;
