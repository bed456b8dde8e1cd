@NullMarked
package cloud.jarrah.audit.entity;

import org.jspecify.annotations.NullMarked;
