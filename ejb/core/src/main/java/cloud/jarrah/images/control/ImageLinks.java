package cloud.jarrah.images.control;

import cloud.jarrah.platform.config.Settings;
import cloud.jarrah.platform.secrets.MasterKeys;
import cloud.jarrah.platform.secrets.Signing;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Addresses at which hosts fetch images: each for one image and for a short time. */
@Singleton
public final class ImageLinks {
  private final String agentsUrl;
  private final Signing signing;

  @Inject
  public ImageLinks(Settings settings, MasterKeys keys) {
    String url = settings.text("jarrah.agents.url", "https://127.0.0.1:8744");
    if (!url.startsWith("https://")) {
      throw new IllegalStateException(
          "jarrah.agents.url is '" + url + "', but hosts fetch images over https:// only");
    }
    agentsUrl = url.replaceAll("/+$", "");
    signing = new Signing(keys, "image download");
  }

  public String link(String imageId, Instant expires) {
    long second = expires.getEpochSecond();
    return agentsUrl
        + "/node/v1/images/"
        + imageId
        + "?expires="
        + second
        + "&signature="
        + signing.sign(text(imageId, second));
  }

  /** Whether the address was made by {@link #link} and its time is not over. */
  public boolean valid(String imageId, long expires, String signature, Instant now) {
    return signing.verify(text(imageId, expires), signature) && now.getEpochSecond() <= expires;
  }

  private static String text(String imageId, long expires) {
    return imageId + "\n" + expires;
  }
}
