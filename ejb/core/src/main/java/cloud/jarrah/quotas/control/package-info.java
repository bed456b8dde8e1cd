@NullMarked
package cloud.jarrah.quotas.control;

import org.jspecify.annotations.NullMarked;
