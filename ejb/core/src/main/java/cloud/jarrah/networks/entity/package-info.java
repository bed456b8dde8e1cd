@NullMarked
package cloud.jarrah.networks.entity;

import org.jspecify.annotations.NullMarked;
