package cloud.jarrah.idformats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.DescribeAggregateIdFormatRequest;
import cloud.jarrah.api.ec2.DescribeIdFormatRequest;
import cloud.jarrah.api.ec2.DescribeIdFormatResponse;
import cloud.jarrah.api.ec2.DescribeIdentityIdFormatRequest;
import cloud.jarrah.api.ec2.DescribePrincipalIdFormatRequest;
import cloud.jarrah.api.ec2.ModifyIdFormatRequest;
import cloud.jarrah.api.ec2.ModifyIdentityIdFormatRequest;
import cloud.jarrah.idformats.boundary.DescribeAggregateIdFormat;
import cloud.jarrah.idformats.boundary.DescribeIdFormat;
import cloud.jarrah.idformats.boundary.DescribeIdentityIdFormat;
import cloud.jarrah.idformats.boundary.DescribePrincipalIdFormat;
import cloud.jarrah.idformats.boundary.ModifyIdFormat;
import cloud.jarrah.idformats.boundary.ModifyIdentityIdFormat;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.paging.Paging;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.TestKeys;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdFormatActionsTest {
  private static final String ARN = "arn:aws:iam::" + Callers.ALICE.accountId() + ":root";

  private static <Q, R> R run(Action<Q, R> action, Q request) {
    return action.prepare(request, Callers.ALICE).apply().get();
  }

  private static DescribeIdFormatResponse describe(@Nullable String resource) {
    DescribeIdFormatRequest request = new DescribeIdFormatRequest();
    request.resource = resource;
    return run(new DescribeIdFormat(), request);
  }

  private static boolean modify(@Nullable String resource, @Nullable Boolean useLongIds) {
    ModifyIdFormatRequest request = new ModifyIdFormatRequest();
    request.resource = resource;
    request.useLongIds = useLongIds;
    return run(new ModifyIdFormat(), request).success;
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void allIdsAreLong() {
    assertThat(describe(null).statusSet).hasSize(31).allMatch(status -> status.useLongIds);
    assertThat(describe("instance").statusSet).hasSize(1);
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> describe("unicorn"));
    assertThat(
            run(new DescribeAggregateIdFormat(), new DescribeAggregateIdFormatRequest())
                .useLongIdsAggregated)
        .isTrue();
    DescribePrincipalIdFormatRequest principals = new DescribePrincipalIdFormatRequest();
    assertThat(
            run(new DescribePrincipalIdFormat(new Paging(TestKeys.fixed())), principals)
                .principalSet)
        .extracting(principal -> principal.arn)
        .containsExactly(ARN);
  }

  @Test
  void shortIdsCannotBeHad() {
    assertThat(modify("instance", true)).isTrue();
    assertRefused(ErrorCode.UNSUPPORTED_OPERATION, () -> modify("instance", false));
    assertRefused(ErrorCode.MISSING_PARAMETER, () -> modify(null, true));
    assertRefused(ErrorCode.MISSING_PARAMETER, () -> modify("instance", null));
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> modify("unicorn", true));
  }

  @Test
  void usersOfOtherAccountsAreNoneOfOnesBusiness() {
    DescribeIdentityIdFormatRequest request = new DescribeIdentityIdFormatRequest();
    request.principalArn = ARN;
    assertThat(run(new DescribeIdentityIdFormat(), request).statusSet).hasSize(31);
    request.principalArn = "arn:aws:iam::" + Callers.BOB.accountId() + ":root";
    assertRefused(
        ErrorCode.INVALID_PARAMETER_VALUE, () -> run(new DescribeIdentityIdFormat(), request));
    ModifyIdentityIdFormatRequest change = new ModifyIdentityIdFormatRequest();
    change.resource = "instance";
    change.useLongIds = true;
    assertRefused(ErrorCode.MISSING_PARAMETER, () -> run(new ModifyIdentityIdFormat(), change));
    change.principalArn = ARN;
    assertThat(run(new ModifyIdentityIdFormat(), change).success).isTrue();
  }
}
