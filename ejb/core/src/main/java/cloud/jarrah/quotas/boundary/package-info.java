@NullMarked
package cloud.jarrah.quotas.boundary;

import org.jspecify.annotations.NullMarked;
