### Turning on two-factor sign-in: the page that explains (activate), the page with the QR code (confirm), and the page with the recovery codes (codes). $issuer: the name of the site.

activate-title = Activer la connexion à deux facteurs
activate-title-another = Ajouter une autre application d’authentification
activate-title-app = Ajouter une application d’authentification
activate-heading = Activer la connexion à <span class="cs-nowrap">deux facteurs</span>

activate-expired = <strong>La configuration n’a pas été terminée à temps et a donc été interrompue.</strong> Rien n’a changé. Veuillez recommencer ; vous obtiendrez un nouveau code QR. Si votre application affiche déjà une entrée de la tentative précédente, supprimez cette entrée.

activate-needs-app = <strong>Pour continuer, il vous faut une application d’authentification.</strong> Les codes par e-mail ne suffisent pas pour cela. L’ajout prend environ deux minutes, puis vous accéderez à la page que vous vouliez ouvrir.
activate-intro-app = Une application vous protège mieux que les codes par e-mail, et certaines étapes sur { $issuer } ne sont possibles qu’avec une application.

activate-needed = <strong>C’est obligatoire pour votre compte.</strong>
activate-skips =
    { $count ->
        [1] Vous pouvez encore reporter l’activation une fois.
       *[other] Vous pouvez encore reporter l’activation { $count } fois.
    }
activate-needed-first = <strong>C’est obligatoire pour votre compte : faites-le avant de continuer.</strong>
activate-overdue = C’est obligatoire depuis le { $since }.
activate-grace = <strong>Ce sera obligatoire pour votre compte à partir du { $until }.</strong>
activate-grace-until-then = D’ici là, vous pouvez continuer sans.
activate-announced = <strong>Ce sera obligatoire pour votre compte à partir du { $from }.</strong>
activate-announced-now = Vous pouvez le faire dès maintenant et ne plus avoir à y penser.
activate-exempt = Rien ne vous est demandé jusqu’au { $until }. Vous pouvez tout de même activer la connexion à deux facteurs.
activate-required = Ce site exige la connexion à deux facteurs pour votre compte.

activate-intro = Après votre mot de passe, vous saisirez aussi un court code affiché par une application sur votre téléphone. Ainsi, personne ne peut se connecter à { $issuer } avec votre seul mot de passe.
activate-intro-another = Une deuxième application, par exemple sur un autre téléphone, vous permet de vous connecter quand vous n’avez pas la première sous la main. Celle que vous avez déjà continue de fonctionner.

activate-step-app = Préparez une application d’authentification
activate-step-app-hint = N’importe laquelle convient, par exemple Google Authenticator, Microsoft Authenticator, Duo, FreeOTP ou un gestionnaire de mots de passe qui affiche ce type de codes.
activate-step-scan = Scannez un code QR avec l’application
activate-step-scan-hint = Il s’affichera à la page suivante. Vous pourrez aussi saisir une <span class="cs-nowrap">clé de configuration</span>.
activate-step-code = Saisissez le code affiché par l’application
activate-step-code-hint = Ainsi, vous et nous saurons que tout fonctionne.
activate-step-code-then = Vous recevrez ensuite des codes de récupération, au cas où vous perdriez votre téléphone.

activate-show = Afficher le code QR
activate-show-hint = Il n’est affiché qu’une seule fois : ayez votre téléphone à portée de main.
activate-not-now = Plus tard (encore { $count } fois)
activate-not-now-back = Plus tard, retour à { $issuer }

confirm-title-scan = Scannez le code QR
confirm-title-code = Saisissez le code de votre application

confirm-scan = Dans votre application d’authentification, choisissez d’ajouter un compte, puis dirigez l’appareil photo vers ce carré.
confirm-qr = Code QR pour votre application d’authentification. Si vous ne pouvez pas le scanner, utilisez la clé de configuration ci-dessous.
confirm-shown-as-account = L’application l’affichera sous le nom <strong>{ $issuer }</strong>, <span class="cs-break">{ $account }</span>.
confirm-shown-as = L’application l’affichera sous le nom <strong>{ $issuer }</strong>.
confirm-open = Ouvrir dans une application de ce téléphone
confirm-cannot-scan = Impossible de le scanner ?
confirm-type-key = Dans l’application, choisissez de saisir une clé de configuration et tapez celle-ci. Les espaces n’ont pas d’importance. Si l’application demande un type, choisissez « Basée sur l’heure ».
confirm-key = Clé de configuration
confirm-copy-key = Copier la clé
confirm-keep-key = Gardez-la pour vous : toute personne qui a cette clé peut générer vos codes.
confirm-open-here = Si l’application se trouve sur l’appareil que vous utilisez en ce moment, vous pouvez aussi <a href="{ $href }">ouvrir la configuration dans cette application</a>.
confirm-again = Saisissez le code que votre application affiche en ce moment. Le code QR n’est affiché qu’une seule fois ; si vous ne l’avez pas scanné, <a href="{ $href }">recommencez</a>.

confirm-then = Saisissez ensuite le code affiché par l’application
confirm-code-hint =
    { $count ->
        [one] Il change chaque seconde.
       *[other] Il change toutes les { $count } secondes.
    }
confirm-name = Nom de cette application
confirm-name-hint = Pour la distinguer plus tard d’autres applications, par exemple « Mon téléphone ». 64 caractères au maximum.
confirm-name-error = Ce nom ne peut pas être utilisé. Saisissez de 1 à 64 caractères ordinaires, puis le code que votre application affiche en ce moment.
confirm-name-proposed = Application d’authentification
confirm-name-proposed-numbered = Application d’authentification { $number }
confirm-enable = Confirmer et activer
confirm-start-again = Recommencer avec un nouveau code QR

confirm-problem = L’application n’a pas été activée
confirm-problem-name = Ce nom ne peut pas être utilisé.
confirm-problem-malformed = Cela ne peut pas être un code.
confirm-problem-wrong = Ce code n’est pas correct.

codes-title = Enregistrez vos codes de récupération
codes-activated = <strong>La connexion à deux facteurs est activée.</strong>
codes-app = « { $name } » génère désormais vos codes.
codes-mail = Vos codes arrivent désormais par e-mail.
codes-renewed = <strong>Vous avez un nouveau jeu de codes de récupération.</strong> L’ancien jeu ne fonctionne plus.
codes-intro = Si vous perdez votre téléphone, un code de récupération vous permet de vous connecter sans lui. Chaque code ne fonctionne qu’une fois. <strong>Ils ne sont affichés que maintenant</strong> : enregistrez-les donc avant de continuer, sur papier ou dans un gestionnaire de mots de passe, mais pas sur le téléphone où se trouve l’application.
codes-intro-mail = Si vous n’avez pas accès à vos e-mails, un code de récupération vous permet de vous connecter sans eux. Chaque code ne fonctionne qu’une fois. <strong>Ils ne sont affichés que maintenant</strong> : enregistrez-les donc avant de continuer, sur papier ou dans un gestionnaire de mots de passe, mais pas dans votre boîte de messagerie.
codes-print-title = { $issuer } : codes de récupération
codes-list = Codes de récupération
codes-download = Télécharger
codes-copy = Copier
codes-print = Imprimer
codes-continue = Je les ai enregistrés, continuer
codes-file-name = { $issuer }-codes-de-recuperation.txt
codes-file-title = Codes de récupération pour { $issuer } ({ $account })
codes-file-once = Chaque code ne fonctionne qu’une fois.
