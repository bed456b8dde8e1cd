package cloud.jarrah.api;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Moments as the public API writes them: UTC, always with milliseconds. */
public final class InstantAdapter extends XmlAdapter<String, Instant> {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  @Override
  public @Nullable Instant unmarshal(@Nullable String text) {
    return text == null ? null : OffsetDateTime.parse(text.trim()).toInstant();
  }

  @Override
  public @Nullable String marshal(@Nullable Instant instant) {
    return instant == null ? null : FORMAT.format(instant);
  }
}
