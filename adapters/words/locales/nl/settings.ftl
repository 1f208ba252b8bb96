### De instellingen van een persoon; en (on-behalf) de pagina van wie als iemand anders handelt.

settings-title = Aanmelden in twee stappen

settings-name-error = Deze naam kan niet worden gebruikt, dus er is niets veranderd. Een naam heeft 1 tot en met 64 gewone tekens.
settings-renamed = De nieuwe naam is opgeslagen.
settings-removed = Dit is verwijderd. De codes ervan werken hier niet meer; was het een app, dan kunt u het item in die app verwijderen.
settings-forgotten = Gelukt. Op een apparaat dat niet meer wordt onthouden, wordt vanaf nu om een code gevraagd.

settings-status = Status
settings-on = Aan
settings-off = Uit
settings-status-off = Uitgeschakeld

settings-switched-off = Aanmelden in twee stappen is voor u uitgeschakeld. U wordt niet om een code gevraagd en u hoeft niets te doen.
settings-exempt-active = Tot { $until } wordt u niet om een code gevraagd.
settings-active = Na uw wachtwoord vraagt { $issuer } ook om een code uit uw authenticatie-app.
settings-active-any = Na uw wachtwoord vraagt { $issuer } ook om een code.
settings-stays-on = Daarom blijft het ingeschakeld.
settings-needed = <strong>Aanmelden in twee stappen is verplicht voor uw account.</strong>
settings-grace = <strong>Vanaf { $until } is aanmelden in twee stappen verplicht voor uw account.</strong>
settings-announced = <strong>Vanaf { $from } wordt aanmelden in twee stappen verplicht voor uw account.</strong>
settings-announced-now = U kunt het nu al inschakelen.
settings-exempt = Tot { $until } wordt er niets van u gevraagd.
settings-password-alone = Om u aan te melden is alleen uw wachtwoord genoeg. Schakelt u aanmelden in twee stappen in, dan is ook een korte code nodig die een app op uw telefoon toont. Het inschakelen kost ongeveer twee minuten.
settings-cannot = Voor dit account kan het op dit moment niet worden ingeschakeld. Vraag het de beheerders van { $issuer }.

# <span class="cs-sr"> wordt voorgelezen en is niet te zien.
settings-apps = Authenticatie-apps
settings-ways = Manieren om te bevestigen dat u het bent
settings-kind = Soort
settings-rename = Naam wijzigen<span class="cs-sr">: { $name }</span>
settings-new-name = Nieuwe naam
settings-save-name = Naam opslaan
settings-remove = Verwijderen<span class="cs-sr">: { $name }</span>
settings-remove-one = Codes uit “{ $name }” werken dan niet meer, en apparaten worden niet meer onthouden.
settings-remove-last = Dit is uw enige app: als u die verwijdert, wordt aanmelden in twee stappen uitgeschakeld en werken uw herstelcodes niet meer.
settings-remove-last-way = Dit is uw enige manier om te bevestigen dat u het bent: als u die verwijdert, wordt aanmelden in twee stappen uitgeschakeld en werken uw herstelcodes niet meer.
settings-remove-way-button = Deze manier verwijderen<span class="cs-sr">: { $name }</span>
settings-remove-button = Deze app verwijderen<span class="cs-sr">: { $name }</span>
settings-only-app = Dit is uw enige app en aanmelden in twee stappen is verplicht voor uw account, dus u kunt de app niet verwijderen. Stapt u over op een nieuwe telefoon, voeg dan eerst de nieuwe toe.
settings-only-way = Dit is uw enige manier om te bevestigen dat u het bent, en aanmelden in twee stappen is verplicht voor uw account, dus u kunt die niet verwijderen. Stapt u over op een andere manier, voeg die dan eerst toe.
settings-replace = Wilt u een app vervangen, voeg dan eerst de nieuwe toe. De oude blijft werken totdat u die verwijdert.
settings-add-way = Nog een manier toevoegen
settings-add = Authenticatie-app toevoegen
settings-full = Meer manieren kan een account niet hebben. Verwijder er eerst een om een andere toe te voegen.

settings-recovery = Herstelcodes
settings-recovery-left =
    { $count ->
        [one] U hebt nog <strong>{ $count } van de { $total }</strong> codes. Met een herstelcode kunt u zich aanmelden als u uw telefoon niet bij de hand hebt.
       *[other] U hebt nog <strong>{ $count } van de { $total }</strong> codes. Met een herstelcode kunt u zich aanmelden als u uw telefoon niet bij de hand hebt.
    }
settings-recovery-none = <strong>U hebt geen herstelcodes.</strong> Als u nu uw telefoon kwijtraakt, kunt u zich niet aanmelden. Maak nieuwe codes en bewaar ze.
settings-recovery-few = <strong>U hebt er nog maar een paar.</strong> Maak nieuwe codes en bewaar ze.
settings-renew = Nieuwe codes maken
settings-renew-what =
    { $count ->
        [one] U krijgt { $count } nieuwe code, die één keer wordt getoond. De codes die u nu hebt, werken dan meteen niet meer.
       *[other] U krijgt { $count } nieuwe codes, die één keer worden getoond. De codes die u nu hebt, werken dan meteen niet meer.
    }
settings-renew-button = Nieuwe herstelcodes maken

settings-devices = Onthouden apparaten
settings-devices-intro = Op deze apparaten wordt u niet om een code gevraagd totdat hun tijd om is. Kent u er een niet? Verwijder het dan en wijzig uw wachtwoord.
settings-no-device = Er wordt geen apparaat onthouden. Bij elke aanmelding wordt om een code gevraagd.
settings-this-device = Dit apparaat
settings-device-since = Onthouden sinds
settings-device-seen = Laatst gezien
settings-device-ends = Onthouden tot
settings-forget = Verwijderen<span class="cs-sr">: { $device }</span>
settings-forget-all = Alle apparaten verwijderen
settings-browser-on-system = { $browser } op { $system }
settings-browser-unknown-on-system = Een browser op { $system }
settings-browser-unknown = Een browser

settings-administration = Beheer: aanmelden in twee stappen voor andere personen

on-behalf-title = U handelt nu als iemand anders
on-behalf-intro = <strong class="cs-break">{ $actor }</strong> is aangemeld en handelt als <strong class="cs-break">{ $subject }</strong>. De instellingen voor aanmelden in twee stappen van <span class="cs-break">{ $subject }</span> worden niet getoond, en er kan niets aan worden toegevoegd.
on-behalf-must-activate = <strong>U hebt zelf geen tweede factor.</strong> Stop met handelen als iemand anders, schakel aanmelden in twee stappen in voor uw eigen account, en kom dan terug.
on-behalf-disabled = Aanmelden in twee stappen is uitgeschakeld voor <span class="cs-break">{ $subject }</span>. Deze persoon kan het zelf weer inschakelen.
on-behalf-disable-title = Als deze persoon zich niet meer kan aanmelden
on-behalf-disable-intro = U kunt alle apps, herstelcodes en onthouden apparaten verwijderen van <span class="cs-break">{ $subject }</span>, die daarover een e-mail krijgt. Dit wordt met beide namen bewaard in het logboek. Eerst wordt om uw eigen tweede factor gevraagd.
on-behalf-disable = Aanmelden in twee stappen uitschakelen namens <span class="cs-break">{ $subject }</span>
on-behalf-disable-button = Aanmelden in twee stappen voor { $subject } uitschakelen
on-behalf-detail = { $actor } handelt als { $subject }; de instellingen voor aanmelden in twee stappen van deze persoon worden niet getoond.
