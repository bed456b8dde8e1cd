package cloud.jarrah.platform.actions;

/** The cloud is one region. */
@FunctionalInterface
public interface Region {

  /** Its name. */
  String region();
}
