@NullMarked
package cloud.jarrah.tags.entity;

import org.jspecify.annotations.NullMarked;
