@NullMarked
package cloud.jarrah.instances.entity;

import org.jspecify.annotations.NullMarked;
