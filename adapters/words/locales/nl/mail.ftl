### E-mails. Alles is platte tekst: geen HTML en geen regeleinden.

## Wat in meerdere e-mails staat

mail-about = Deze e-mail gaat over het account { $account } bij { $site }. De e-mail is automatisch verstuurd; antwoorden worden niet gelezen.
mail-settings = Uw instellingen voor aanmelden in twee stappen:
mail-happened = Dit gebeurde op { $moment }.

## Een code

mail-code-subject = Uw code voor { $site }
mail-code-what = Dit is uw code voor uw account { $account } bij { $site }:
mail-code-lasts = De code werkt één keer, { $period } lang, en alleen in de browser waarin erom is gevraagd.
mail-code-advice = Hebt u hier niet zojuist zelf om gevraagd, dan kent iemand anders uw wachtwoord: wijzig het. Geef deze code nooit aan iemand, ook niet aan mensen die zeggen dat ze voor { $site } werken.

## Een link waarmee iemand een adres bevestigt

mail-confirmation-subject = Bevestig dit e-mailadres voor { $site }
mail-confirmation-what = Er is gevraagd om dit e-mailadres te bevestigen voor het account { $account } bij { $site }, zodat er codes voor het aanmelden naartoe kunnen worden gestuurd.
mail-confirmation-button = Is dit account van u, open dan de pagina hieronder en druk daar op de knop. Vanaf dan kunnen codes voor het aanmelden bij dit account naar dit adres worden gestuurd.
mail-confirmation-lasts = De pagina kan { $period } lang worden gebruikt.
mail-confirmation-link = Open de pagina om dit adres te bevestigen
mail-confirmation-advice = Is dit account niet van u, doe dan niets. Zolang niemand op de knop drukt, worden er geen codes hierheen gestuurd.

## Er is een tweede factor toegevoegd

mail-added-subject = Er is een tweede factor toegevoegd aan uw account bij { $site }
mail-added-what = Er is een tweede factor toegevoegd aan uw account { $account } bij { $site }. Vanaf nu kan die worden gebruikt bij het aanmelden.
mail-added-advice = Was u dit niet, dan kan iemand anders zich bij uw account aanmelden. Wijzig nu uw wachtwoord, en verwijder daarna de nieuwe factor op de pagina hieronder.

## Er is een tweede factor verwijderd

mail-removed-subject = Er is een tweede factor verwijderd van uw account bij { $site }
mail-removed-what = Er is een tweede factor verwijderd van uw account { $account } bij { $site }. Die kan niet meer worden gebruikt bij het aanmelden.
mail-removed-advice = Was u dit niet, dan kan iemand anders zich bij uw account aanmelden. Wijzig nu uw wachtwoord. Controleer daarna de pagina hieronder en stel uw tweede factor opnieuw in.

## Er is een herstelcode gebruikt

mail-recovery-subject = Er is een herstelcode gebruikt voor uw account bij { $site }
mail-recovery-what = Er is een herstelcode gebruikt voor uw account { $account } bij { $site }.
mail-recovery-left =
    { $left ->
        [one] U hebt nog { $left } herstelcode.
       *[other] U hebt nog { $left } herstelcodes.
    }
mail-recovery-few =
    { $left ->
        [one] U hebt nog maar { $left } herstelcode. Maak nieuwe codes op de pagina hieronder, en bewaar ze op een veilige plek.
       *[other] U hebt nog maar { $left } herstelcodes. Maak nieuwe codes op de pagina hieronder, en bewaar ze op een veilige plek.
    }
mail-recovery-none = Dat was uw laatste herstelcode. Maak nu nieuwe op de pagina hieronder: zonder herstelcode zou u zich niet kunnen aanmelden als u uw telefoon kwijtraakt.
mail-recovery-advice = Was u dit niet, dan heeft iemand anders uw wachtwoord en uw herstelcodes. Wijzig nu uw wachtwoord, en maak daarna nieuwe herstelcodes op de pagina hieronder; de oude werken dan niet meer.

## Er zijn nieuwe herstelcodes

mail-renewed-subject = Er zijn nieuwe herstelcodes voor uw account bij { $site }
mail-renewed-what = Er zijn nieuwe herstelcodes gemaakt voor uw account { $account } bij { $site }. De vorige werken niet meer.
mail-renewed-advice = Was u dit niet, dan kan iemand anders zich bij uw account aanmelden. Wijzig nu uw wachtwoord, en maak daarna nieuwe herstelcodes op de pagina hieronder.

## Er wordt een apparaat onthouden

mail-remembered-subject = Er wordt een apparaat onthouden voor uw account bij { $site }
mail-remembered-what = Iemand heeft zich aangemeld bij uw account { $account } bij { $site } en het apparaat laten onthouden. Op dat apparaat wordt enige tijd niet om een tweede factor gevraagd.
mail-remembered-advice = Was u dit niet, dan kan iemand anders zich bij uw account aanmelden. Wijzig nu uw wachtwoord, en verwijder daarna op de pagina hieronder alle onthouden apparaten.

## Het juiste wachtwoord en dan een verkeerde code

mail-wrong-subject = Er is een verkeerde code ingevoerd voor uw account bij { $site }
mail-wrong-what = Iemand heeft het wachtwoord van uw account { $account } bij { $site } ingevoerd, en daarna een verkeerde code. De aanmelding is daarmee niet gelukt.
mail-wrong-advice = Was u dit, dan is alles in orde. Was u dit niet, dan kent iemand anders uw wachtwoord: wijzig het nu, ook overal elders waar u hetzelfde wachtwoord gebruikt.

## Iemand heeft een kopie van waaraan een onthouden apparaat wordt herkend

mail-copied-subject = Een onthouden apparaat van uw account bij { $site } is gekopieerd
mail-copied-what = Iemand heeft voor uw account { $account } bij { $site } een kopie gebruikt van de gegevens waaraan wij een van uw apparaten herkennen. Wij onthouden dat apparaat niet meer: er wordt daar weer om een tweede factor gevraagd.
mail-copied-advice = Misschien heeft een schadelijk programma op een van uw apparaten de kopie gemaakt. Zoek naar zulke programma’s, wijzig uw wachtwoord op een apparaat dat u vertrouwt, en controleer daarna de pagina hieronder.

## Een beheerder heeft alles verwijderd wat was ingesteld

mail-reset-subject = Aanmelden in twee stappen is gereset voor uw account bij { $site }
mail-reset-what = Een beheerder heeft aanmelden in twee stappen gereset voor uw account { $account } bij { $site }. Alles wat was ingesteld, is weg: apps, herstelcodes en onthouden apparaten.
mail-reset-next = U kunt het opnieuw instellen op de pagina hieronder. Als { $site } het van u verlangt, wordt u er bij uw volgende aanmelding om gevraagd.
mail-reset-advice = Hebt u hier niet om gevraagd? Laat dat dan meteen weten aan de beheerders van { $site }, en wijzig uw wachtwoord.

## Er wordt een tweede factor verplicht

mail-announced-subject = { $site } gaat om een tweede factor vragen
mail-announced-what = Vanaf { $moment } vraagt { $site } om een tweede factor als u zich aanmeldt bij uw account { $account }.
mail-announced-why = Een tweede factor houdt anderen tegen die uw wachtwoord in handen hebben gekregen: zij zouden ook nog iets anders van u nodig hebben, zoals uw telefoon.
mail-announced-advice = U kunt de tweede factor vandaag al in een paar minuten instellen op de pagina hieronder.

## Een tweede factor is verplicht

mail-grace-subject = Stel binnenkort uw tweede factor in voor { $site }
mail-grace-what = { $site } verplicht een tweede factor voor uw account { $account }. U kunt het instellen uitstellen tot { $moment }.
mail-grace-then = Daarna moet u de tweede factor instellen voordat u uw account weer kunt gebruiken.
mail-grace-advice = Dat kan op de pagina hieronder en kost maar een paar minuten.
