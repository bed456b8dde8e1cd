package cloud.jarrah.it.malformed;

import cloud.jarrah.it.wire.HttpCall;
import cloud.jarrah.it.wire.Keys;
import cloud.jarrah.it.wire.QueryClient;
import cloud.jarrah.it.wire.SigV4;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Requests about launch templates whose values are not right, or that name what is not there. */
public final class WrongLaunchTemplates {
  private static final String VALUE = "InvalidParameterValue";
  private static final String MISSING = "MissingParameter";
  private static final String CREATE = "CreateLaunchTemplate";
  private static final String VERSIONS = "DescribeLaunchTemplateVersions";
  private static final String DATA = "&LaunchTemplateData.InstanceType=m1.small";
  private static final String NOWHERE = "&LaunchTemplateId=lt-0123456789abcdef0";

  private final URI endpoint;
  private final Keys keys;
  private final List<Wrong> cases = new ArrayList<>();

  public WrongLaunchTemplates(URI endpoint, Keys keys) {
    this.endpoint = endpoint;
    this.keys = keys;
  }

  public List<Wrong> all() {
    templates();
    options();
    selections();
    lists();
    launches();
    return cases;
  }

  private void add(String what, String code, String action, String parameters) {
    String form = "Action=" + action + "&Version=" + QueryClient.EC2_VERSION + parameters;
    HttpCall call = SigV4.now(keys, "ec2").sign(new HttpCall(endpoint).form(form));
    cases.add(Wrong.call("launch templates: " + what, 400, code, call));
  }

  private void templates() {
    String malformed = "InvalidLaunchTemplateName.MalformedException";
    add("no name", MISSING, CREATE, DATA);
    add("a short name", malformed, CREATE, DATA + "&LaunchTemplateName=ab");
    add("a long name", malformed, CREATE, DATA + "&LaunchTemplateName=" + "a".repeat(129));
    add("a name with blanks", malformed, CREATE, DATA + "&LaunchTemplateName=a+b");
    String named = "&LaunchTemplateName=wrong";
    add("no data", MISSING, CREATE, named);
    add(
        "a long description",
        VALUE,
        CREATE,
        named + DATA + "&VersionDescription=" + "d".repeat(256));
    add("a long token", VALUE, CREATE, named + DATA + "&ClientToken=" + "t".repeat(65));
    add(
        "an image's id that is none",
        "InvalidAMIID.Malformed",
        CREATE,
        named + "&LaunchTemplateData.ImageId=disk");
    add("broken user data", VALUE, CREATE, named + "&LaunchTemplateData.UserData=A");
    add(
        "too much user data",
        VALUE,
        CREATE,
        named + "&LaunchTemplateData.UserData=" + "A".repeat(24_000));
    add("an empty group", VALUE, CREATE, named + "&LaunchTemplateData.SecurityGroup.1=");
    add(
        "a block device",
        "UnsupportedOperation",
        CREATE,
        named + "&LaunchTemplateData.BlockDeviceMapping.1.DeviceName=/dev/sda");
  }

  private void options() {
    String named = "&LaunchTemplateName=wrong";
    add(
        "monitoring of a sort",
        VALUE,
        CREATE,
        named + "&LaunchTemplateData.Monitoring.Enabled=some");
    add(
        "protection of a sort",
        VALUE,
        CREATE,
        named + "&LaunchTemplateData.DisableApiTermination=some");
    String placed = named + "&LaunchTemplateData.Placement.";
    add("a group's name with a line's end", VALUE, CREATE, placed + "GroupName=a%0Ab");
    add("a group's long name", VALUE, CREATE, placed + "GroupName=" + "a".repeat(256));
    add(
        "a group's id that is none",
        "InvalidPlacementGroupId.Malformed",
        CREATE,
        placed + "GroupId=x");
    add(
        "a group by id and name",
        "InvalidParameterCombination",
        CREATE,
        placed + "GroupName=parts&LaunchTemplateData.Placement.GroupId=pg-1");
    add("partition 0", VALUE, CREATE, placed + "PartitionNumber=0");
    add("partition 8", VALUE, CREATE, placed + "PartitionNumber=8");
    add("a word for a partition", VALUE, CREATE, placed + "PartitionNumber=two");
    add("an empty placement", MISSING, CREATE, placed + "GroupName=");
    add("a dedicated host", "UnsupportedOperation", CREATE, placed + "HostId=h-1");
  }

  private void selections() {
    for (String action : List.of("DeleteLaunchTemplate", VERSIONS)) {
      add(action + " of nothing", MISSING, action, "");
      add(
          action + " by id and name",
          "InvalidParameterCombination",
          action,
          NOWHERE + "&LaunchTemplateName=web");
      add(
          action + " of no id",
          "InvalidLaunchTemplateId.Malformed",
          action,
          "&LaunchTemplateId=web");
      add(action + " of no one", "InvalidLaunchTemplateId.NotFound", action, NOWHERE);
      add(
          action + " of an unknown name",
          "InvalidLaunchTemplateName.NotFoundException",
          action,
          "&LaunchTemplateName=nobodys");
    }
    add("no default", MISSING, "ModifyLaunchTemplate", NOWHERE);
    add("no versions", MISSING, "DeleteLaunchTemplateVersions", NOWHERE);
    add(
        "a word for a version",
        VALUE,
        "DeleteLaunchTemplateVersions",
        NOWHERE + "&LaunchTemplateVersion.1=first");
  }

  private void lists() {
    add("a page of none", VALUE, "DescribeLaunchTemplates", "&MaxResults=0");
    add("too large a page", VALUE, VERSIONS, NOWHERE + "&MaxResults=201");
    add(
        "a page that was never begun",
        "InvalidPaginationToken",
        "DescribeLaunchTemplates",
        "&NextToken=bm9wZQ");
    add("a number without template", VALUE, VERSIONS, "&LaunchTemplateVersion.1=1");
    add(
        "an unknown filter",
        VALUE,
        "DescribeLaunchTemplates",
        "&Filter.1.Name=colour&Filter.1.Value.1=red");
  }

  private void launches() {
    String one = "&MinCount=1&MaxCount=1&LaunchTemplate.";
    add(
        "a launch by an unknown one",
        "InvalidLaunchTemplateId.NotFound",
        "RunInstances",
        one + "LaunchTemplateId=lt-0123456789abcdef0");
    add(
        "a launch by id and name",
        "InvalidParameterCombination",
        "RunInstances",
        one + "LaunchTemplateId=lt-0123456789abcdef0&LaunchTemplate.LaunchTemplateName=web");
    add("a launch by a version of nothing", MISSING, "RunInstances", one + "Version=1");
  }
}
