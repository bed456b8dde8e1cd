/**
 * Tests of a running cloud from outside, by the tools its users have. The packages below hold the
 * verbs: {@code cloud} for what is tested, {@code wire} for requests, {@code tools} for programs.
 */
@NullMarked
package cloud.jarrah.it;

import org.jspecify.annotations.NullMarked;
