@NullMarked
package cloud.jarrah.hosts.entity;

import org.jspecify.annotations.NullMarked;
