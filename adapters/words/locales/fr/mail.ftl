### Letters by mail: plain text, no HTML, no line breaks. $site: the name of the site; $account: the name of the account there.

## What stands in several letters

mail-about = Cet e-mail concerne le compte { $account } sur { $site }. Il a été envoyé automatiquement ; personne ne lit les réponses.
mail-settings = Vos paramètres de connexion à deux facteurs :
mail-happened = Cela s’est produit le { $moment }.

## A code

mail-code-subject = Votre code pour { $site }
mail-code-what = Voici le code pour votre compte { $account } sur { $site } :
mail-code-lasts = Il ne fonctionne qu’une fois, pendant { $period }, et uniquement dans le navigateur qui l’a demandé.
mail-code-advice = Si vous ne venez pas de le demander, quelqu’un d’autre connaît votre mot de passe : changez-le. Ne communiquez jamais ce code à personne, pas même à quelqu’un qui dit travailler pour { $site }.

## A link with which somebody confirms that an address is theirs

mail-confirmation-subject = Confirmez cette adresse e-mail pour { $site }
mail-confirmation-what = Il a été demandé de confirmer cette adresse e-mail pour le compte { $account } sur { $site }, afin que des codes de connexion puissent y être envoyés.
mail-confirmation-button = Si ce compte est le vôtre, ouvrez la page ci-dessous et appuyez sur le bouton de cette page. Dès lors, des codes de connexion à ce compte pourront être envoyés à cette adresse.
mail-confirmation-lasts = La page peut être utilisée pendant { $period }.
mail-confirmation-link = Ouvrir la page pour confirmer cette adresse
mail-confirmation-advice = Si ce compte n’est pas le vôtre, ne faites rien. Tant que personne n’appuie sur le bouton, aucun code n’est envoyé à cette adresse.

## A second factor was added.

mail-added-subject = Un second facteur a été ajouté à votre compte sur { $site }
mail-added-what = Un second facteur a été ajouté à votre compte { $account } sur { $site }. Il peut désormais servir à se connecter.
mail-added-advice = Si ce n’était pas vous, quelqu’un d’autre peut se connecter à votre compte. Changez votre mot de passe maintenant, puis retirez le nouveau facteur sur la page ci-dessous.

## A second factor was removed.

mail-removed-subject = Un second facteur a été retiré de votre compte sur { $site }
mail-removed-what = Un second facteur a été retiré de votre compte { $account } sur { $site }. Il ne peut plus servir à se connecter.
mail-removed-advice = Si ce n’était pas vous, quelqu’un d’autre peut se connecter à votre compte. Changez votre mot de passe maintenant, puis vérifiez la page ci-dessous et configurez de nouveau votre second facteur.

## A recovery code was used. $left is how many codes are left.

mail-recovery-subject = Un code de récupération a été utilisé pour votre compte sur { $site }
mail-recovery-what = Un code de récupération a été utilisé pour votre compte { $account } sur { $site }.
mail-recovery-left =
    { $left ->
        [one] Il vous reste { $left } code de récupération.
       *[other] Il vous reste { $left } codes de récupération.
    }
mail-recovery-few =
    { $left ->
        [one] Il ne vous reste que { $left } code de récupération. Créez-en de nouveaux sur la page ci-dessous et gardez-les en lieu sûr.
       *[other] Il ne vous reste que { $left } codes de récupération. Créez-en de nouveaux sur la page ci-dessous et gardez-les en lieu sûr.
    }
mail-recovery-none = C’était votre dernier code de récupération. Créez-en de nouveaux maintenant sur la page ci-dessous : sans code, vous ne pourriez plus vous connecter si vous perdiez votre téléphone.
mail-recovery-advice = Si ce n’était pas vous, quelqu’un d’autre connaît votre mot de passe et possède vos codes de récupération. Changez votre mot de passe maintenant, puis créez de nouveaux codes de récupération sur la page ci-dessous ; les anciens cesseront de fonctionner.

## There are new recovery codes.

mail-renewed-subject = Nouveaux codes de récupération pour votre compte sur { $site }
mail-renewed-what = De nouveaux codes de récupération ont été créés pour votre compte { $account } sur { $site }. Les précédents ne fonctionnent plus.
mail-renewed-advice = Si ce n’était pas vous, quelqu’un d’autre peut se connecter à votre compte. Changez votre mot de passe maintenant, puis créez de nouveaux codes de récupération sur la page ci-dessous.

## A device is remembered.

mail-remembered-subject = Un appareil est désormais mémorisé pour votre compte sur { $site }
mail-remembered-what = Quelqu’un s’est connecté à votre compte { $account } sur { $site } et a fait mémoriser l’appareil utilisé. Pendant un certain temps, aucun second facteur n’est demandé sur cet appareil.
mail-remembered-advice = Si ce n’était pas vous, quelqu’un d’autre peut se connecter à votre compte. Changez votre mot de passe maintenant, puis faites oublier tous les appareils sur la page ci-dessous.

## The right password, and then a wrong code: the first one of the day.

mail-wrong-subject = Un code erroné a été saisi pour votre compte sur { $site }
mail-wrong-what = Quelqu’un a saisi le mot de passe de votre compte { $account } sur { $site }, puis un code erroné. Ce code ne lui a pas permis de se connecter.
mail-wrong-advice = Si c’était vous, tout va bien. Si ce n’était pas vous, quelqu’un d’autre connaît votre mot de passe : changez-le maintenant, ainsi que partout ailleurs où vous utilisez le même.

## Somebody has a copy of what a remembered device is recognized by.

mail-copied-subject = Un appareil mémorisé de votre compte sur { $site } a été copié
mail-copied-what = Quelqu’un a utilisé, pour votre compte { $account } sur { $site }, une copie de ce qui permet de reconnaître l’un de vos appareils. Cet appareil n’est plus mémorisé : un second facteur y est de nouveau demandé.
mail-copied-advice = Un programme malveillant sur l’un de vos appareils a peut-être fait cette copie. Recherchez de tels programmes, changez votre mot de passe sur un appareil auquel vous faites confiance, puis vérifiez la page ci-dessous.

## An administrator took away everything that was set up.

mail-reset-subject = La connexion à deux facteurs a été réinitialisée pour votre compte sur { $site }
mail-reset-what = Un administrateur a réinitialisé la connexion à deux facteurs pour votre compte { $account } sur { $site }. Tout ce qui était configuré est supprimé : applications, codes de récupération et appareils mémorisés.
mail-reset-next = Vous pouvez la configurer de nouveau sur la page ci-dessous. Si { $site } l’exige de vous, cela vous sera demandé à votre prochaine connexion.
mail-reset-advice = Si vous ne l’avez pas demandé, prévenez tout de suite les personnes qui gèrent { $site } et changez votre mot de passe.

## A second factor will be required. $moment is when that begins.

mail-announced-subject = { $site } demandera un second facteur
mail-announced-what = À partir du { $moment }, { $site } vous demandera un second facteur quand vous vous connecterez à votre compte { $account }.
mail-announced-why = Un second facteur arrête ceux qui auraient obtenu votre mot de passe : il leur faudrait aussi autre chose qui vous appartient, par exemple votre téléphone.
mail-announced-advice = Vous pouvez le configurer dès aujourd’hui, en quelques minutes, sur la page ci-dessous.

## A second factor is required. $moment is until when it can be put off.

mail-grace-subject = Configurez prochainement votre second facteur pour { $site }
mail-grace-what = { $site } exige un second facteur pour votre compte { $account }. Vous pouvez en reporter la configuration jusqu’au { $moment }.
mail-grace-then = Ensuite, vous devrez le configurer avant de pouvoir utiliser de nouveau votre compte.
mail-grace-advice = Cela prend quelques minutes, sur la page ci-dessous.
