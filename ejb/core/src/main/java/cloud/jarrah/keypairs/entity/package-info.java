@NullMarked
package cloud.jarrah.keypairs.entity;

import org.jspecify.annotations.NullMarked;
