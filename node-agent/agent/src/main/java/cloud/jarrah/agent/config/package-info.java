/**
 * What the administrator sets for one agent: read once from a properties file, checked completely
 * before anything starts. Every key begins with jarrah.agent.
 */
@NullMarked
package cloud.jarrah.agent.config;

import org.jspecify.annotations.NullMarked;
