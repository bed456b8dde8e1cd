/** Requests that are wrong, each with the one code and status it has to be answered with. */
@NullMarked
package cloud.jarrah.it.malformed;

import org.jspecify.annotations.NullMarked;
