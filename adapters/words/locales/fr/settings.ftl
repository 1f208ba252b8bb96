### A person's settings; and (on-behalf) the page of whoever acts as another person. $issuer: the name of the site. $name: how the person has called an app.

settings-title = Connexion à deux facteurs

settings-name-error = Ce nom ne peut pas être utilisé ; rien n’a donc changé. Un nom comporte de 1 à 64 caractères ordinaires.
settings-renamed = Le nouveau nom est enregistré.
settings-removed = La méthode est retirée. Ses codes ne fonctionnent plus ici ; s’il s’agissait d’une application, vous pouvez y supprimer l’entrée.
settings-forgotten = C’est fait. Sur un appareil qui n’est plus mémorisé, un code est désormais demandé.

settings-status = Statut
settings-on = Activée
settings-off = Non activée
settings-status-off = Désactivée

settings-switched-off = La connexion à deux facteurs est désactivée pour vous. Aucun code ne vous est demandé, et vous n’avez rien à faire.
settings-exempt-active = Aucun code ne vous est demandé jusqu’au { $until }.
settings-active = Après votre mot de passe, { $issuer } demande aussi un code de votre application d’authentification.
settings-active-any = Après votre mot de passe, { $issuer } demande aussi un code.
settings-stays-on = La connexion à deux facteurs reste donc activée.
settings-needed = <strong>La connexion à deux facteurs est obligatoire pour votre compte.</strong>
settings-grace = <strong>La connexion à deux facteurs sera obligatoire pour votre compte à partir du { $until }.</strong>
settings-announced = <strong>À partir du { $from }, la connexion à deux facteurs sera obligatoire pour votre compte.</strong>
settings-announced-now = Vous pouvez l’activer dès maintenant.
settings-exempt = Rien ne vous est demandé jusqu’au { $until }.
settings-password-alone = Votre mot de passe suffit pour vous connecter. Si vous activez la connexion à deux facteurs, il faudra aussi un court code affiché par une application sur votre téléphone. L’activation prend environ deux minutes.
settings-cannot = Elle ne peut pas être activée pour ce compte actuellement. Adressez-vous aux personnes qui gèrent { $issuer }.

# <span class="cs-sr"> is read out and not seen.
settings-apps = Applications d’authentification
settings-ways = Méthodes pour confirmer que c’est bien vous
settings-kind = Type
settings-rename = Renommer<span class="cs-sr"> { $name }</span>
settings-new-name = Nouveau nom
settings-save-name = Enregistrer le nom
settings-remove = Retirer<span class="cs-sr"> { $name }</span>
settings-remove-one = Les codes de « { $name } » ne fonctionneront plus, et les appareils ne seront plus mémorisés.
settings-remove-last = C’est votre seule application : la retirer désactive la connexion à deux facteurs, et vos codes de récupération cessent de fonctionner.
settings-remove-last-way = C’est votre seule méthode de confirmation : la retirer désactive la connexion à deux facteurs, et vos codes de récupération cessent de fonctionner.
settings-remove-way-button = Retirer cette méthode<span class="cs-sr"> : { $name }</span>
settings-remove-button = Retirer cette application<span class="cs-sr"> : { $name }</span>
settings-only-app = C’est votre seule application et la connexion à deux facteurs est obligatoire pour votre compte ; elle ne peut donc pas être retirée. Pour changer de téléphone, ajoutez d’abord le nouveau.
settings-only-way = C’est votre seule méthode de confirmation et la connexion à deux facteurs est obligatoire pour votre compte ; elle ne peut donc pas être retirée. Pour en changer, ajoutez d’abord l’autre.
settings-replace = Pour remplacer une application, ajoutez d’abord la nouvelle. L’ancienne continue de fonctionner jusqu’à ce que vous la retiriez.
settings-add-way = Ajouter une autre méthode
settings-add = Ajouter une application d’authentification
settings-full = Vous avez atteint le nombre maximal de méthodes pour un compte. Pour en ajouter une autre, retirez-en d’abord une.

settings-recovery = Codes de récupération
settings-recovery-left =
    { $count ->
        [one] <strong>{ $count } code sur { $total }</strong> est encore utilisable. Un code de récupération vous permet de vous connecter quand vous n’avez pas votre téléphone sous la main.
       *[other] <strong>{ $count } codes sur { $total }</strong> sont encore utilisables. Un code de récupération vous permet de vous connecter quand vous n’avez pas votre téléphone sous la main.
    }
settings-recovery-none = <strong>Vous n’avez aucun code de récupération.</strong> Si vous perdez votre téléphone maintenant, vous ne pourrez plus vous connecter. Créez un nouveau jeu et enregistrez-le.
settings-recovery-few = <strong>Il n’en reste que quelques-uns.</strong> Créez un nouveau jeu et enregistrez-le.
settings-renew = Créer un nouveau jeu
settings-renew-what =
    { $count ->
        [one] Vous obtenez { $count } nouveau code, affiché une seule fois. Les codes que vous avez actuellement cessent aussitôt de fonctionner.
       *[other] Vous obtenez { $count } nouveaux codes, affichés une seule fois. Les codes que vous avez actuellement cessent aussitôt de fonctionner.
    }
settings-renew-button = Créer de nouveaux codes de récupération

settings-devices = Appareils mémorisés
settings-devices-intro = Aucun code n’est demandé sur ces appareils tant que leur durée n’est pas écoulée. Si vous n’en reconnaissez pas un, oubliez-le et changez votre mot de passe.
settings-no-device = Aucun appareil n’est mémorisé. Un code est demandé à chaque connexion.
settings-this-device = Cet appareil
settings-device-since = Mémorisé depuis le
settings-device-seen = Dernière activité
settings-device-ends = Mémorisé jusqu’au
settings-forget = Oublier<span class="cs-sr"> { $device }</span>
settings-forget-all = Oublier tous les appareils
settings-browser-on-system = { $browser } sur { $system }
settings-browser-unknown-on-system = Un navigateur sur { $system }
settings-browser-unknown = Un navigateur

settings-administration = Administration : la connexion à deux facteurs d’autres personnes

on-behalf-title = Vous utilisez le compte de quelqu’un d’autre
on-behalf-intro = <strong class="cs-break">{ $actor }</strong> a ouvert la session et utilise le compte <strong class="cs-break">{ $subject }</strong>. Les paramètres de connexion à deux facteurs du compte <span class="cs-break">{ $subject }</span> ne sont pas affichés, et rien ne peut y être ajouté.
on-behalf-must-activate = <strong>Vous n’avez pas vous-même de second facteur.</strong> Quittez le compte de l’autre personne, activez la connexion à deux facteurs pour votre propre compte, puis revenez.
on-behalf-disabled = La connexion à deux facteurs est désactivée pour <span class="cs-break">{ $subject }</span>, qui peut l’activer de nouveau.
on-behalf-disable-title = Si cette personne ne peut plus se connecter
on-behalf-disable-intro = Vous pouvez supprimer toutes les applications, tous les codes de récupération et tous les appareils mémorisés du compte <span class="cs-break">{ $subject }</span> ; la personne en est avertie par e-mail. Cela est conservé dans le journal avec les deux noms. Votre propre second facteur vous est d’abord demandé.
on-behalf-disable = Désactiver la connexion à deux facteurs au nom de cette personne : <span class="cs-break">{ $subject }</span>
on-behalf-disable-button = Désactiver la connexion à deux facteurs du compte { $subject }
on-behalf-detail = { $actor } utilise le compte { $subject }, dont les paramètres de connexion à deux facteurs ne sont pas affichés.
