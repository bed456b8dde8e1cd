package cloud.jarrah.platform.actions;

/**
 * A user of an account.
 *
 * @param accountId 12 digits
 * @param userId for example {@code AIDA…}; of the root user the account id
 * @param administrator whether the user administers the cloud itself
 */
public record Identity(String accountId, String userId, String userName, boolean administrator) {

  /** As in STS: {@code arn:aws:iam::123456789012:user/alice}, the account's first user is root. */
  public String arn() {
    return "root".equals(userName)
        ? "arn:aws:iam::" + accountId + ":root"
        : "arn:aws:iam::" + accountId + ":user/" + userName;
  }
}
