using System.Collections.Frozen;

namespace Portal.Kernel.Search.Analysis;

/// <summary>
/// Words of questions and grammar, by language. They are indexed all the same: phrases and queries of nothing else need them. What also names a thing ('may',
/// 'état', 'bien') is left out.
/// </summary>
internal static class FunctionWords
{
    // With the contractions, as folding leaves them; those that also are a word ('id', 'ill', 'well') are left out.
    public static readonly FrozenSet<string> English = Of("""
        a about am an and any are as at be been being but by can could did do does for from had has have having he her here hers him his how i if in into is it its
        me my no nor not of on or our ours shall she should so some such than that the their theirs them then there these they this those to too us was we were what
        when where which while who whom whose why will with would you your yours
        arent cant couldnt didnt doesnt dont hadnt hasnt havent hes hows im isnt ive shes shouldnt thats theres theyre theyve wasnt werent weve whats wheres whos wont
        wouldnt youre youve versus vs
        """);

    public static readonly FrozenSet<string> German = Of("""
        ab aber als also am an auch auf aus bei beim bin bis bist da dabei damit dann daran darauf daraus darf darüber das dass dein deine dem den denen der deren
        des dessen dich die dies diese diesem diesen dieser dieses dir doch du durch ein eine einem einen einer eines er es etwas euch euer für habe haben hat hatte
        hatten hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist ja jede jedem jeden jeder jedes kann kein keine keinen können mein meine mich mir mit
        nach nicht noch nun nur ob oder ohne sehr sein seine seinem seinen seiner sich sie sind so soll sollen über um und uns unser unsere unter vom von vor war
        waren warum was weil welche welcher welches wenn wer werden wie wieder wir wird wo wurde wurden zu zum zur zwischen
        """);

    public static readonly FrozenSet<string> French = Of("""
        a à ai ainsi alors après as au aucun aucune auquel aussi aux avait avant avec avoir c ce ceci cela celle celles celui ces cet cette ceux chaque chez comme
        comment d dans de depuis des donc dont du elle elles en entre es est et étaient était être eu eux fait il ils j je jusqu l la là laquelle le lequel les leur
        leurs lors lorsqu lorsque lui m ma mais me même mes moi mon n ne ni nos notre nous on ont ou où par parce pas pendant peu peut plus pour pourquoi puis qu
        quand que quel quelle quelles quels qui quoi s sa sans se sera ses si soi son sont sous sur t ta te tes toi ton tous tout toute toutes très tu un une vers
        vos votre vous y
        """);

    public static readonly FrozenSet<string> Dutch = Of("""
        aan al als alle ander andere bij daar dan dat de deze die dit doch door dus een elke en er ge geen haar had hadden heb hebben heeft hem het hier hij hoe hun
        ik in is ja je jij jouw jullie kan kunnen maar me meer men met mij mijn na naar niet niets nog nu of om omdat ons onze ook op over te tegen toch toen tot tussen
        u uit uw van veel voor waar waarom wanneer waren was wat we wel welk welke werd werden wie wij worden wordt zal ze zelf zich zij zijn zo zonder zou zouden
        """);

    public static readonly FrozenSet<string> Swedish = Of("""
        alla allt att av blev bli blir där de dem den denna deras dess dessa det detta dig din dina ditt du efter ej eller en er era ert ett från för genom ha hade han
        hans har hela henne hennes hon honom hos hur i icke igen in ingen inom inte ja jag kan kunde man med mellan men mig min mina mitt mot mycket ni någon något några
        när och om oss på sedan sig sin sina sitt ska skall skulle som så sådan till under upp ut utan vad var vara varför varit vars vart vem vi vid vilka vilken
        vilket vår våra vårt än är åt över
        """);

    public static readonly FrozenSet<string> Spanish = Of("""
        a al algo alguna algunas alguno algunos ante antes aquel aquella aquellos aquello así aún aunque cada como cómo con contra cual cuál cuales cuando cuándo
        cuyo de del desde donde dónde durante e el él ella ellas ellos en entre era eran es esa esas ese eso esos esta está estaba están estar estas este esto estos
        fue fueron ha había han hasta hay la las le les lo los más me mi mí mis mucho muy nada ni no nos nosotros nuestra nuestro o os otra otras otro otros para pero
        poco por porque puede que qué quien quién se sea ser si sí sido sin sino sobre son su sus también tan te tiene tienen todo todos tu tú tus u un una unas uno unos
        vosotros vuestra vuestro y ya yo
        """);

    public static readonly FrozenSet<string> Italian = Of("""
        a ad agli ai al all alla alle allo anche avere aveva c che chi ci ciò coi col come con contro cui d da dagli dai dal dall dalla dalle dallo degli dei del dell
        della delle dello di dove e è ed era erano essere fra gli ha hai hanno ho i il in io l la le lei li lo loro lui ma mi mia mie miei mio ne negli nei nel nell
        nella nelle nello no noi non nostra nostro o ogni per perché perchè più può qual quale quali quando quanto quell quella quelle quelli quello quest questa queste
        questi questo qui se sei senza si sia sono stata stati stato su sua sue sugli sui sul sull sulla sulle sullo suo suoi te tra tu tua tue tuo tuoi tutti tutto
        un una uno v vi voi vostra vostro
        """);

    public static readonly FrozenSet<string> Danish = Of("""
        ad af alle alt anden at blev blive bliver da de dem den denne der deres det dette dig din dine disse dit dog du efter eller en end er et for fra få før gennem
        ham han hans har havde have hende hendes her hos hun hvad hvem hver hvilke hvilken hvis hvor hvordan hvorfor hvornår i ikke ind ingen ja jeg jer jo kan kunne man
        mange med meget mellem men mig min mine mit mod ned nej noget nogle nogen nu når og også om op os over på selv sig sin sine sit skal skulle som sådan til ud
        uden under var ved vi vil ville vor vores være været
        """);

    public static readonly FrozenSet<string> Norwegian = Of("""
        alle at av ble bli blir blitt bort da de deg dei deim deira deires dem den denne der dere deres det dette di din disse ditt du dykk dykkar då eg ein eit eitt
        eller elles en enn er et ett etter for fordi fra før gjennom ha hadde ham han hans har hennar henne hennes her hjå ho hoe hos hun hva hvem hver hvilke hvilken
        hvis hvor hvordan hvorfor i ikke ikkje ingen inn ja jeg kan korleis kva kvar kven kvifor kunne man mange me med meg meget mellom men mi min mine mitt mot mykje
        ned no noe noen noka noko nokon nokre nå når og også om opp oss over på seg selv si sin sine sitt sjøl skal skulle so som så til um under upp ut uten utan
        var vart ved vere verte vi vil ville vår være vært å
        """);

    public static readonly FrozenSet<string> Finnish = Of("""
        ei eivät eli emme en ennen et ette että he heidän heille heitä hän häneen hänellä hänelle hänen häntä ilman itse ja jo jos joka joiden joissa joista joita jolla
        jolle jonka jossa josta jota jotka jotta kanssa keitä kenen ketkä ketä koska kuin kuinka kuka kun luona me meidän meille meitä mihin mikä miksi millä minkä minun
        minulla minulle minä missä mistä miten mitkä mitä mukaan mutta myös ne nekin niiden niihin niille niin niissä niistä niitä noin nuo nyt nämä näiden näin näitä ole
        oli olin olisi olivat olla ollut on ovat se sekä sen siellä siihen siinä siitä sille sillä sinun sinä sitä te teidän teitä tuo tuon tuossa tämä tämän tänne täällä
        tässä tästä tätä vaan vai vain vaikka voi ja yli
        """);

    public static readonly FrozenSet<string> Portuguese = Of("""
        a à ao aos aquela aquelas aquele aqueles aquilo as às até cada com como contra cuja cujo da das de dela delas dele deles depois desde do dos durante e é ela
        elas ele eles em entre era eram essa essas esse esses esta está estão estas estava este estes eu foi foram há isso isto já lhe lhes mais mas me mesmo meu meus
        minha minhas muito na não nas nem no nos nós nossa nossas nosso nossos num numa o onde os ou para pela pelas pelo pelos pode por porque porquê quais qual
        quando quanto que quê quem se seja sem ser será seu seus só sobre sua suas também tão te tem têm tu tua tuas um uma umas uns você vocês vos vós
        """);

    private static FrozenSet<string> Of(string words)
        => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => Folding.Fold(word)).ToFrozenSet(StringComparer.Ordinal);
}
