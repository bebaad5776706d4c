using System.Collections.Frozen;
using System.Net;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks.Judged.Reading;

/// <summary>Text of TREC's collections, with the characters that its entities stand for.</summary>
internal static partial class SgmlText
{
    // ISO 8879's names that HTML has not; a hyphen is written as it is typed, since that is how it is searched for.
    private static readonly FrozenDictionary<string, string> Characters = (
        "hyph - dash - excl ! num # dollar $ percnt % lpar ( rpar ) ast * plus + comma , period . sol / colon : semi ; equals = quest ? commat @ lsqb [ bsol \\ rsqb ] lowbar _ lcub { verbar | rcub } "
        + "grave ` horbar ― half ½ frac13 ⅓ frac23 ⅔ frac18 ⅛ frac38 ⅜ frac58 ⅝ frac78 ⅞ cir ○ squ □ check ✓ star ☆ utri ▵ ohm Ω "
        + "aogon ą Aogon Ą abreve ă Abreve Ă cacute ć Cacute Ć ccaron č Ccaron Č dcaron ď dstrok đ Dstrok Đ ecaron ě eogon ę Eogon Ę gbreve ğ inodot ı Idot İ lstrok ł Lstrok Ł nacute ń ncaron ň odblac ő rcaron ř Rcaron Ř "
        + "sacute ś Sacute Ś scedil ş Scedil Ş tcaron ť udblac ű uring ů zacute ź Zacute Ź zcaron ž Zcaron Ž zdot ż Zdot Ż")
        .Split(' ').Chunk(2).Append(["blank", " "]).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    public static string Decode(string text) => WebUtility.HtmlDecode(Entity().Replace(text, entity => Characters.GetValueOrDefault(entity.Groups["name"].Value, entity.Value)));

    [GeneratedRegex("&(?<name>[A-Za-z]+[0-9]*);", RegexOptions.ExplicitCapture)]
    private static partial Regex Entity();
}
