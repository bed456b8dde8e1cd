package cloud.jarrah.instances.control;

/** What a move needs next. */
enum MigrationStep {
  /** Tell, or go on waiting for, what the present stage is about. */
  GO_ON,
  DEPART,
  ACCEPT,
  STOP,
  REVOKE,
  RETURN,
  /** It was called off before anything was sent: only the place has to go. */
  ABANDON,
  /** It has arrived. */
  ARRIVE,
  /** It did not arrive, and is where it was. */
  FAIL
}
