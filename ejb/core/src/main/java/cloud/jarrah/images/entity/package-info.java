@NullMarked
package cloud.jarrah.images.entity;

import org.jspecify.annotations.NullMarked;
