@NullMarked
package cloud.jarrah.audit.control;

import org.jspecify.annotations.NullMarked;
