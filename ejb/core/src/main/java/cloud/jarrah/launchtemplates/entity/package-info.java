@NullMarked
package cloud.jarrah.launchtemplates.entity;

import org.jspecify.annotations.NullMarked;
