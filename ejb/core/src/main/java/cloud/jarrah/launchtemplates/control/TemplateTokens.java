package cloud.jarrah.launchtemplates.control;

import cloud.jarrah.launchtemplates.entity.LaunchTemplateRepository;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateVersion;
import cloud.jarrah.launchtemplates.entity.UsedToken;
import cloud.jarrah.platform.actions.ClientToken;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers what client tokens brought, so that a repeated request does nothing new. */
@Singleton
public class TemplateTokens {
  private final LaunchTemplateRepository repository;
  private final DatabaseTime time;

  @Inject
  public TemplateTokens(LaunchTemplateRepository repository, DatabaseTime time) {
    this.repository = repository;
    this.time = time;
  }

  /**
   * A request with what makes it the same or another one.
   *
   * @param token null: never repeated
   * @param said everything the request says, in a fixed order
   */
  public record Asked(
      String accountId, String action, @Nullable String token, List<@Nullable String> said) {

    /** Of a raw token. */
    public static Asked of(
        String accountId, String action, @Nullable String token, @Nullable String... said) {
      return new Asked(
          accountId,
          action,
          ClientToken.check(token),
          Collections.unmodifiableList(Arrays.asList(said)));
    }

    private String digest() {
      StringBuilder text = new StringBuilder();
      said.forEach(
          part -> text.append(part == null ? "-" : part.length() + ":" + part).append(';'));
      return ClientToken.digest(text.toString());
    }
  }

  /** What the same request brought before; another one with its token is refused. */
  public Optional<LaunchTemplateVersion.Key> earlier(Asked asked) {
    String token = asked.token();
    if (token == null) {
      return Optional.empty();
    }
    Optional<UsedToken> used = repository.token(key(asked, token));
    if (used.isPresent() && !used.get().isOf(asked.digest())) {
      throw ClientToken.reused(token);
    }
    return used.map(UsedToken::brought);
  }

  public void remember(Asked asked, LaunchTemplateVersion.Key brought) {
    String token = asked.token();
    if (token != null) {
      repository.add(new UsedToken(key(asked, token), asked.digest(), brought, time.now()));
    }
  }

  private static UsedToken.Key key(Asked asked, String token) {
    return new UsedToken.Key(asked.accountId(), asked.action(), token);
  }
}
