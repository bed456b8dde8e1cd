/**
 * The vocabulary of the public APIs: wire types, error codes and the annotations that say how a
 * type looks in each protocol. No logic.
 */
@NullMarked
package cloud.jarrah.api;

import org.jspecify.annotations.NullMarked;
