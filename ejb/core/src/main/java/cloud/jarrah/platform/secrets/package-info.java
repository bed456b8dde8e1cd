/**
 * Secrets at rest. Everything is derived from one master key that lies in a file beside the
 * database, never in it: a stolen dump opens nothing. What is sealed names the key it was sealed
 * with, so that the master key can be rotated; what it was sealed for is part of the seal, so that
 * it cannot be moved to another row.
 */
@NullMarked
package cloud.jarrah.platform.secrets;

import org.jspecify.annotations.NullMarked;
