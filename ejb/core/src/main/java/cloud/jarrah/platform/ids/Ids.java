package cloud.jarrah.platform.ids;

/** Makes identifiers. */
public interface Ids {

  /**
   * A new identifier, for example {@code i-0123456789abcdef0}.
   *
   * @param prefix without the hyphen
   */
  String next(String prefix);
}
