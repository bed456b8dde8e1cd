package cloud.jarrah.instances.control;

import cloud.jarrah.platform.config.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * What is done with instances on hosts that should not be there.
 *
 * @param removeUnknown also those of which nothing at all is known; a database that was restored
 *     knows nothing of what was launched after its backup
 */
public record StrangerPolicy(boolean removeUnknown) {

  /** Reads it from the configuration. */
  @Singleton
  static class Reader {
    @Produces
    @Singleton
    StrangerPolicy read(Settings settings) {
      return new StrangerPolicy(settings.flag("jarrah.instances.remove-unknown", false));
    }
  }
}
