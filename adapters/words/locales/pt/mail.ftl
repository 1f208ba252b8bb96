### Letters by mail. All of it is plain text: no HTML, and no line breaks.

## What stands in several letters

mail-about = Este e-mail é sobre a conta { $account } em { $site }. Ele foi enviado automaticamente; ninguém lê as respostas.
mail-settings = Suas configurações do login em dois fatores:
mail-happened = Aconteceu em { $moment }.

## A code

mail-code-subject = Seu código para { $site }
mail-code-what = Este é o código para a sua conta { $account } em { $site }:
mail-code-lasts = Ele funciona uma única vez, durante { $period }, e somente no navegador em que foi pedido.
mail-code-advice = Se você não acabou de pedir este código, outra pessoa sabe a sua senha: troque-a. Nunca diga este código a ninguém, nem mesmo a quem afirma trabalhar para { $site }.

## A link with which somebody confirms that an address is theirs

mail-confirmation-subject = Confirme este endereço de e-mail para { $site }
mail-confirmation-what = Há um pedido para confirmar este endereço de e-mail como o da conta { $account } em { $site }, de modo que códigos para entrar possam ser enviados a ele.
mail-confirmation-button = Se esta conta é sua, abra a página abaixo e pressione o botão. A partir daí, códigos para entrar na conta poderão ser enviados a este endereço.
mail-confirmation-lasts = A página pode ser usada durante { $period }.
mail-confirmation-link = Abrir a página para confirmar este endereço
mail-confirmation-advice = Se esta conta não é sua, não faça nada. Enquanto ninguém pressionar o botão, nenhum código será enviado para cá.

## A second factor was added.

mail-added-subject = Um segundo fator foi adicionado à sua conta em { $site }
mail-added-what = Um segundo fator foi adicionado à sua conta { $account } em { $site }. A partir de agora, ele pode ser usado para entrar.
mail-added-advice = Se não foi você, outra pessoa consegue entrar na sua conta. Troque sua senha agora e, depois, remova o novo fator na página abaixo.

## A second factor was removed.

mail-removed-subject = Um segundo fator foi removido da sua conta em { $site }
mail-removed-what = Um segundo fator foi removido da sua conta { $account } em { $site }. Ele não pode mais ser usado para entrar.
mail-removed-advice = Se não foi você, outra pessoa consegue entrar na sua conta. Troque sua senha agora e, depois, confira a página abaixo e configure seu segundo fator de novo.

## A recovery code was used.

mail-recovery-subject = Um código de recuperação foi usado na sua conta em { $site }
mail-recovery-what = Um código de recuperação foi usado na sua conta { $account } em { $site }.
mail-recovery-left =
    { $left ->
        [one] Resta { $left } código de recuperação.
       *[other] Restam { $left } códigos de recuperação.
    }
mail-recovery-few =
    { $left ->
        [one] Resta apenas { $left } código de recuperação. Gere novos códigos na página abaixo e guarde-os em um lugar seguro.
       *[other] Restam apenas { $left } códigos de recuperação. Gere novos códigos na página abaixo e guarde-os em um lugar seguro.
    }
mail-recovery-none = Esse foi o seu último código de recuperação. Gere novos códigos agora na página abaixo: sem nenhum, não seria possível entrar em caso de perda do telefone.
mail-recovery-advice = Se não foi você, outra pessoa sabe a sua senha e tem os seus códigos de recuperação. Troque sua senha agora e, depois, gere novos códigos de recuperação na página abaixo; os antigos deixam de funcionar.

## There are new recovery codes.

mail-renewed-subject = Há novos códigos de recuperação para a sua conta em { $site }
mail-renewed-what = Novos códigos de recuperação foram gerados para a sua conta { $account } em { $site }. Os anteriores não funcionam mais.
mail-renewed-advice = Se não foi você, outra pessoa consegue entrar na sua conta. Troque sua senha agora e, depois, gere novos códigos de recuperação na página abaixo.

## A device is remembered.

mail-remembered-subject = Um dispositivo passou a ser lembrado na sua conta em { $site }
mail-remembered-what = Alguém que entrou na sua conta { $account } em { $site } pediu para lembrar o dispositivo. Por algum tempo, nenhum segundo fator será pedido nesse dispositivo.
mail-remembered-advice = Se não foi você, outra pessoa consegue entrar na sua conta. Troque sua senha agora e, depois, escolha esquecer todos os dispositivos na página abaixo.

## The right password, and then a wrong code: the first one of the day.

mail-wrong-subject = Um código errado foi digitado para a sua conta em { $site }
mail-wrong-what = Alguém digitou a senha da sua conta { $account } em { $site } e, depois, um código errado. A entrada com esse código foi recusada.
mail-wrong-advice = Se foi você, está tudo bem. Se não foi você, outra pessoa sabe a sua senha: troque-a agora, também em todos os outros lugares em que a mesma senha é usada.

## Somebody has a copy of what a remembered device is recognized by.

mail-copied-subject = Um dispositivo lembrado da sua conta em { $site } foi copiado
mail-copied-what = Alguém usou, na sua conta { $account } em { $site }, uma cópia dos dados pelos quais um dos seus dispositivos é reconhecido. Esse dispositivo não é mais lembrado: nele, um segundo fator volta a ser pedido.
mail-copied-advice = A cópia pode ter sido feita por um programa malicioso em um dos seus dispositivos. Procure programas desse tipo, troque sua senha em um dispositivo confiável e, depois, confira a página abaixo.

## An administrator took away everything that was set up.

mail-reset-subject = O login em dois fatores da sua conta em { $site } foi redefinido
mail-reset-what = Um administrador redefiniu o login em dois fatores da sua conta { $account } em { $site }. Tudo o que estava configurado foi removido: apps, códigos de recuperação e dispositivos lembrados.
mail-reset-next = É possível configurar tudo de novo na página abaixo. Se { $site } exigir isso da sua conta, a configuração será pedida no próximo login.
mail-reset-advice = Se você não pediu isto, avise imediatamente quem administra { $site } e troque sua senha.

## A second factor will be required.

mail-announced-subject = { $site } vai pedir um segundo fator
mail-announced-what = A partir de { $moment }, { $site } vai pedir um segundo fator para entrar na sua conta { $account }.
mail-announced-why = Um segundo fator impede a entrada de quem descobriu a sua senha: essa pessoa precisaria de mais alguma coisa sua, como o seu telefone.
mail-announced-advice = É possível configurá-lo hoje mesmo, em poucos minutos, na página abaixo.

## A second factor is required.

mail-grace-subject = Configure em breve seu segundo fator para { $site }
mail-grace-what = { $site } exige um segundo fator para a sua conta { $account }. A configuração pode ser adiada até { $moment }.
mail-grace-then = Depois disso, será preciso configurá-lo antes de voltar a usar a conta.
mail-grace-advice = Leva poucos minutos, na página abaixo.
