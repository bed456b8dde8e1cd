@NullMarked
package cloud.jarrah.quotas.entity;

import org.jspecify.annotations.NullMarked;
