/**
 * What keeps the code base in shape: who may know whom, what nobody may call, how long things get.
 */
@NullMarked
package cloud.jarrah.architecture;

import org.jspecify.annotations.NullMarked;
