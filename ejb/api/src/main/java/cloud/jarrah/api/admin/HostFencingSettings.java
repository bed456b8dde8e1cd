package cloud.jarrah.api.admin;

import org.jspecify.annotations.Nullable;

/**
 * How a host can be switched off.
 *
 * @param method IPMI
 * @param address of its management controller
 * @param password kept sealed, and never shown again
 */
public record HostFencingSettings(
    @Nullable String method,
    @Nullable String address,
    @Nullable String userName,
    @Nullable String password) {
  @Override
  public String toString() {
    return "HostFencingSettings[" + method + ", " + address + "]";
  }
}
