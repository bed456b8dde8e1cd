/** Programs that users have: the aws CLI, ssh, python. */
@NullMarked
package cloud.jarrah.it.tools;

import org.jspecify.annotations.NullMarked;
